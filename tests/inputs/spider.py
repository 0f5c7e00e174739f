"""A Scrapy spider as beginners write it: `scrapy runspider spider.py -a page=file:///... -o news.json`."""

from collections.abc import Iterator

import scrapy
from scrapy.http import Response


class NewsSpider(scrapy.Spider):
    """Gives the one article of the page that it is started with."""

    name = "news"

    def __init__(self, page: str) -> None:
        super().__init__()
        self.start_urls = [page]

    def parse(self, response: Response) -> Iterator[dict[str, str | None]]:
        """Give the article's fields under the names that Scrapy's own examples use."""
        yield {
            "url": response.css("link[rel=canonical]::attr(href)").get(),
            "title": response.css("h1::text").get(),
            "date": response.css("meta[property='article:published_time']::attr(content)").get(),
            "text": "\n".join(response.css(".entry-content p::text").getall()),
        }
