from __future__ import annotations

from html import escape


def inline(html: str, height: int = 720) -> str:
    """The page inside an iframe, for a notebook: `IPython.display.HTML(inline(render(snapshot)))`.

    The frame may run the page's own scripts, save files and open links, but cannot reach the notebook around it.
    `height` is in pixels.

    >>> inline("<p>hello</p>", height=300).startswith('<iframe sandbox="allow-scripts allow-downloads allow-popups"')
    True
    """
    return (
        '<iframe sandbox="allow-scripts allow-downloads allow-popups" title="Network of actors" '
        f'style="width:100%;height:{int(height)}px;border:0" srcdoc="{escape(html)}"></iframe>'
    )
