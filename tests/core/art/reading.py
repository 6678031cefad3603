"""Reads drawings back, for tests."""

import re
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
_BLACK_AND_WHITE = {"#000", "#fff"}


def parse(drawing: str) -> ElementTree.Element:
    """Parse a drawing, so that one that is not well-formed fails the test."""
    root = ElementTree.fromstring(drawing)
    assert root.tag == f"{SVG}svg"
    return root


def colours(drawing: str) -> set[str]:
    """Every colour written in a drawing but pure black and white, which only shade."""
    return set(re.findall(r'(?:fill|stroke)="(#[^"]+)"', drawing)) - _BLACK_AND_WHITE


def refused_parts(drawing: str) -> set[str]:
    """What the content policy of the site refuses, or what would fetch something."""
    refused = set(re.findall(r"<(script|style|image|foreignObject)\b|\s(style|on\w+)=", drawing))
    found = {name for pair in refused for name in pair if name}
    outside = re.findall(r'(?:href="|url\()(?!#)[^")]*', drawing)
    return found | set(outside)
