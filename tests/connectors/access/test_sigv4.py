"""SigV4: the same headers as botocore's own signer makes, for the same minute."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from connectors.access.sigv4 import Keys, signed
from connectors.base import Request

auth: Any = pytest.importorskip("botocore.auth", reason="botocore is a dependency of the tests only")
awsrequest: Any = pytest.importorskip("botocore.awsrequest")
credentials: Any = pytest.importorskip("botocore.credentials")

SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
CASES = (
    "https://bucket.s3.us-west-2.amazonaws.com/HLSL30.020/a.B04.tif",
    "https://bucket.s3.us-west-2.amazonaws.com/with%20space/a%2Bb=c.nc",
    "https://bucket.s3.us-west-2.amazonaws.com/?list-type=2&prefix=CMIP6%2FScenario&delimiter=%2F",
    "https://eodata.dataspace.copernicus.eu/eodata/Sentinel-2/x.jp2?partNumber=2&uploads=",
    "http://127.0.0.1:9000/bucket/key",
    "https://bucket.s3.us-west-2.amazonaws.com/%C3%A9t%C3%A9.nc",
)


@pytest.mark.parametrize("extra", [{}, {"x-amz-request-payer": "requester"}])
@pytest.mark.parametrize("session", ["", "FwoGZXIvYXdzE/session=="])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("url", CASES)
def test_our_headers_are_those_of_botocore(url: str, method: str, session: str, extra: dict[str, str]) -> None:
    keys = Keys(id="AKIDEXAMPLE", secret=SECRET, session=session)
    request = Request(method=method, url=url)
    sent = signed(request, keys=keys, region="us-west-2", now=0.0).url  # in the one spelling that S3 signs
    theirs = awsrequest.AWSRequest(method=method, url=sent, headers=dict(extra))
    known = credentials.Credentials(keys.id, SECRET, session or None)
    auth.S3SigV4Auth(known, "s3", "us-west-2").add_auth(theirs)
    at = datetime.strptime(theirs.headers["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp()
    ours = signed(request, keys=keys, region="us-west-2", now=at, extra=extra)
    assert _lower(ours.headers) == _lower(theirs.headers)


def test_parameters_are_signed_with_the_address() -> None:
    keys = Keys(id="AKIDEXAMPLE", secret=SECRET)
    apart = Request(method="GET", url="https://b.s3.amazonaws.com/", params={"prefix": "a/b c", "list-type": "2"})
    whole = Request(method="GET", url="https://b.s3.amazonaws.com/?list-type=2&prefix=a%2Fb%20c")
    one, two = (signed(r, keys=keys, region="us-east-1", now=1.79e9) for r in (apart, whole))
    assert (one.url, one.params, one.headers) == (whole.url, {}, two.headers)


def test_a_key_does_not_show_itself() -> None:
    assert SECRET not in repr(Keys(id="AKIDEXAMPLE", secret=SECRET, session="session"))


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in headers.items()}
