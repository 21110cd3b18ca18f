"""Cut a page into articles: which lines belong together, in which order, under which headline?"""

from retrieval.articles.split import split_articles

__all__ = ["split_articles"]
