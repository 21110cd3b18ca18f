"""Cut a page into articles: which lines belong together, in which order, under which headline?"""

from retrieval.articles.explain import explain_page
from retrieval.articles.ready import read_row, read_source
from retrieval.articles.rows import article_row
from retrieval.articles.split import split_articles
from retrieval.articles.view import render_page

__all__ = [
    "article_row",
    "explain_page",
    "read_row",
    "read_source",
    "render_page",
    "split_articles",
]
