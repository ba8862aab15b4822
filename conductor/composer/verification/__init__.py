from conductor.composer.verification.unfounded import Dropped as Dropped
from conductor.composer.verification.verify import Verified as Verified
from conductor.composer.verification.verify import verify as verify
