"""A store that speaks S3: moto's server, which checks who asks and how it was signed, with one bucket in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.servers.running import executable, free_port, running

_SEEDING = 5  # calls that nobody is asked a key for: a user, its key and policy, the bucket and one object
_ANYTHING = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}


@dataclass(frozen=True)
class Store:
    """Where it listens, and the only keys that open it."""

    url: str
    key: str
    secret: str


def missing() -> str:
    """Why it cannot run here; empty where it can."""
    return "" if executable("servers", "moto_server").exists() else "moto is not installed: run `make test-servers`"


@contextmanager
def s3_store(folder: Path, *, bucket: str, objects: Mapping[str, bytes]) -> Iterator[Store]:
    """A running store with one object in a bucket; every call after that is checked."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [str(executable("servers", "moto_server")), "-H", "127.0.0.1", "-p", str(port)]
    environment = {"INITIAL_NO_AUTH_ACTION_COUNT": str(_SEEDING)}
    with running(command, answers=f"{url}/moto-api/", log=folder / "moto.log", environment=environment):
        iam, s3 = _client("iam", url), _client("s3", url)
        iam.create_user(UserName="reader")
        made = iam.create_access_key(UserName="reader")["AccessKey"]
        iam.put_user_policy(UserName="reader", PolicyName="all", PolicyDocument=json.dumps(_ANYTHING))
        s3.create_bucket(Bucket=bucket)
        for name, body in objects.items():
            s3.put_object(Bucket=bucket, Key=name, Body=body)
        yield Store(url=url, key=made["AccessKeyId"], secret=made["SecretAccessKey"])


def _client(service: str, url: str) -> Any:
    session: Any = import_module("botocore.session").get_session()
    return session.create_client(
        service, endpoint_url=url, region_name="us-east-1", aws_access_key_id="nobody", aws_secret_access_key="nothing"
    )
