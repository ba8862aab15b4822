"""Where the processing steps of a plan run: here, or at the server that a question names or that lies beside the data."""

from planners.placement.otherwise import otherwise
from planners.placement.place import place
from planners.placement.quantities import as_served
from planners.placement.wishes import Preference, Wish, wishes

__all__ = ["Preference", "Wish", "as_served", "otherwise", "place", "wishes"]
