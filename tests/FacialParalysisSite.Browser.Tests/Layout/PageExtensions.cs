using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Layout;

internal static class PageExtensions
{
    /// <summary>CSS pixels by which the page is wider than the window.</summary>
    public static Task<int> WidthSticksOutAsync(this IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    /// <summary>Makes the reader's own text size twice as large, as the browser's setting does.</summary>
    public static Task DoubleTextSizeAsync(this IPage page) =>
        page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");

    /// <summary>Elements with text of their own that is smaller than 16 px.</summary>
    public static Task<string[]> SmallTextAsync(this IPage page) => page.EvaluateAsync<string[]>(
        """
        [...document.querySelectorAll('body *')]
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && parseFloat(getComputedStyle(e).fontSize) < 16)
          .map(e => e.outerHTML.slice(0, 120))
        """);

    /// <summary>
    /// Pieces of text and fields that lie on each other. Lines may touch: a tenth of their height is taken off at both
    /// edges. The raised numbers of sources, what only screen readers see, and the two pictures of a slider are left out.
    /// </summary>
    public static Task<string[]> OverlapsAsync(this IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const boxes = [];
          const add = (rect, node, name) => {
            const edge = rect.height / 10;
            if (rect.width > 1 && rect.height > 1) boxes.push({ top: rect.top + edge, bottom: rect.bottom - edge, left: rect.left + 1, right: rect.right - 1, node, name });
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            const parent = text.parentElement;
            if (!text.textContent.trim() || parent.closest('.hidden, .skip, .form__trap, .ref, script, option, textarea') || !parent.checkVisibility()) continue;
            range.selectNodeContents(text);
            for (const rect of range.getClientRects()) add(rect, text, text.textContent.trim().slice(0, 40));
          }
          for (const field of document.querySelectorAll('input:not([type=hidden]), textarea, img'))
            if (!field.closest('.form__trap, .compare__stage')) add(field.getBoundingClientRect(), field, field.outerHTML.slice(0, 60));
          boxes.sort((a, b) => a.top - b.top);
          const found = [];
          for (let i = 0; i < boxes.length; i++)
            for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++)
              if (boxes[i].node !== boxes[j].node && boxes[i].left < boxes[j].right && boxes[j].left < boxes[i].right)
                found.push(`${boxes[i].name} / ${boxes[j].name}`);
          return found.slice(0, 5);
        }
        """);
}
