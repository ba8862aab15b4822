"""Wire: values between a reader of foreign files and us: JSON and bare bytes of numbers, never pickles.

What comes from a reader is not believed: sizes and types are checked before anything is made of them.
"""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

import numpy as np

from connectors.errors import BadReply

MOST_HEADER = 64 * 2**20
MOST_BYTES = 4 * 2**30
_LENGTH = struct.Struct(">Q")
_MARK = "\x00array"


def send(channel: socket.socket, value: Any) -> None:
    """Write one value: None, numbers, texts, lists, mappings by text, and arrays of numbers or texts."""
    header, buffers = packed(value)
    channel.sendall(header)
    for buffer in buffers:
        if buffer.nbytes:
            channel.sendall(buffer.reshape(-1).view("u1").data)


def packed(value: Any) -> tuple[bytes, list[np.ndarray[Any, Any]]]:
    """The header of a value with its length before it, and the arrays that follow it."""
    buffers: list[np.ndarray[Any, Any]] = []
    header = json.dumps([_plain(value, buffers), [[b.dtype.str, list(b.shape)] for b in buffers]]).encode()
    return _LENGTH.pack(len(header)) + header, buffers


def receive(channel: socket.socket) -> Any:
    """Read one value; raises BadReply on nonsense, EOFError where the other side is gone."""
    size = _LENGTH.unpack(_exactly(channel, _LENGTH.size))[0]
    if size > MOST_HEADER:
        raise BadReply(f"a reader sent a header of {size} bytes", kind="too_large")
    try:
        value, told = json.loads(_exactly(channel, size))
        kinds = [(np.dtype(str(dtype)), tuple(int(n) for n in shape)) for dtype, shape in told]
    except (ValueError, TypeError, RecursionError) as error:
        raise BadReply(f"a reader sent nonsense ({error})", kind="bad_payload") from error
    buffers = []
    left = MOST_BYTES
    for dtype, shape in kinds:
        length = dtype.itemsize
        for extent in shape:
            length *= extent
        left -= length
        if dtype.kind not in "biufSU" or min(shape, default=0) < 0 or left < 0:
            raise BadReply(f"a reader sent an array of {dtype} and shape {shape}", kind="bad_payload")
        buffers.append(np.frombuffer(_exactly(channel, length), dtype).reshape(shape))
    return _filled(value, buffers)


def _exactly(channel: socket.socket, size: int) -> bytearray:
    read = bytearray(size)
    view, done = memoryview(read), 0
    while done < size:
        count = channel.recv_into(view[done:], min(size - done, 1 << 20))
        if not count:
            raise EOFError("the reader ended early")
        done += count
    return read


def _plain(value: Any, buffers: list[np.ndarray[Any, Any]]) -> Any:
    if isinstance(value, dict):
        return {str(k): _plain(v, buffers) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v, buffers) for v in value]
    if isinstance(value, np.ndarray | np.generic):
        array = np.asarray(value)
        array = array.astype(str) if array.dtype.kind == "O" else array
        shape = array.shape
        buffers.append(np.ascontiguousarray(array).reshape(shape))
        return {_MARK: len(buffers) - 1}
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _filled(value: Any, buffers: list[np.ndarray[Any, Any]]) -> Any:
    if isinstance(value, list):
        return [_filled(v, buffers) for v in value]
    if isinstance(value, dict):
        if _MARK in value:
            index = value[_MARK]
            if not isinstance(index, int) or not 0 <= index < len(buffers):
                raise BadReply("a reader sent a reference to nothing", kind="bad_payload")
            array = buffers[index]
            return array if array.shape else array[()]
        return {k: _filled(v, buffers) for k, v in value.items()}
    return value
