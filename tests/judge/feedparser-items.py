"""Reads the feeds at the addresses given, with feedparser; prints what it makes of each, as JSON."""

import calendar
import json
import sys

import feedparser


def reading(entry):
    published = entry.get("published_parsed")
    return {
        "id": entry.get("id", ""),
        "url": entry.get("link", ""),
        "title": entry.get("title", ""),
        "published": calendar.timegm(published) if published else None,
        "authors": [author.get("name", "") for author in entry.get("authors", [])],
    }


def read(url):
    feed = feedparser.parse(url)
    return {
        "items": [reading(entry) for entry in feed.entries],
        "faults": [f"bozo: {feed.bozo_exception}"] if feed.bozo else [],
    }


print(json.dumps([read(url) for url in sys.argv[1:]]))
