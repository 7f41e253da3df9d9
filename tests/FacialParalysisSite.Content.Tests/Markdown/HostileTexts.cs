namespace FacialParalysisSite.Content.Tests.Markdown;

/// <summary>Texts that try to run something, to lead somewhere they must not, or to stop the machine.</summary>
internal static class HostileTexts
{
    public static IReadOnlyDictionary<string, string> All { get; } =
        Markup.Concat(Addresses).Concat(OwnSyntax).Concat(Characters).Concat(Sizes).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> Markup => new(StringComparer.Ordinal)
    {
        ["script"] = "<script>alert(1)</script>",
        ["script in a sentence"] = "Words <script>alert(1)</script> more.",
        ["script over lines"] = "<script\n>alert(1)\n</script\n>",
        ["script in a table"] = "| a |\n| --- |\n| <script>alert(1)</script> |",
        ["script in a heading"] = "## <script>alert(1)</script>",
        ["script in code"] = "`<script>alert(1)</script>`\n\n```<script>\n<script>alert(1)</script>\n```",
        ["script in a picture's words"] = "![\"><script>alert(1)</script>](../images/face.png \"\\\"><script>alert(1)</script>\")",
        ["script in a link's title"] = "[x](first.md \"\\\"><script>alert(1)</script>\")",
        ["script that closes the page"] = "</p></main></body></html><script>alert(1)</script>",
        ["event handler"] = "<img src=x onerror=alert(1)>",
        ["event handler without spaces"] = "<svg/onload=alert(1)>",
        ["event handler out of an address"] = "[x](https://example.org/\"onmouseover=alert(1)//)",
        ["event handler out of a picture"] = "![x](../images/face.png\"onerror=\"alert(1))",
        ["svg"] = "<svg><script>alert&#40;1)</script></svg>",
        ["math"] = "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        ["iframe"] = "<iframe src=\"javascript:alert(1)\"></iframe>",
        ["form"] = "<form action=\"https://example.org\"><input name=card><button>Pay</button></form>",
        ["base"] = "<base href=\"https://example.org/\">",
        ["meta refresh"] = "<meta http-equiv=refresh content=\"0;url=https://example.org\">",
        ["style"] = "<style>body{display:none}</style><p style=\"position:fixed\">x</p>",
        ["comment"] = "<!-- --><img src=x onerror=alert(1)> -->",
        ["comment that never ends"] = "<!-- Words\n\nmore words",
        ["conditional comment"] = "<!--[if IE]><script>alert(1)</script><![endif]-->",
        ["cdata"] = "<![CDATA[<script>alert(1)</script>]]>",
        ["processing instruction"] = "<?php echo 1; ?>\n<!DOCTYPE html>\n<!ENTITY x \"y\">",
        ["entities"] = "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &NewLine;&Tab;",
        ["template and plaintext"] = "<template><plaintext><textarea><title><noscript><xmp>",
        ["fence with attributes"] = "```js\" onclick=\"alert(1)\nx\n```\n\n~~~ {onclick=alert(1)}\nx\n~~~",
        ["attributes in braces"] = "[x](first.md){onclick=alert(1)}\n\n## Words {onclick=\"alert(1)\" style=x}",
    };

    private static Dictionary<string, string> Addresses => new(StringComparer.Ordinal)
    {
        ["javascript"] = "[x](javascript:alert(1))",
        ["javascript in capitals"] = "[x](JaVaScRiPt:alert(1))",
        ["javascript in entities"] = "[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1))",
        ["javascript in hexadecimal"] = "[x](&#x6A;avascript&colon;alert(1))",
        ["javascript with a tab"] = "[x](<java\tscript:alert(1)>) [y](java&Tab;script:alert(1))",
        ["javascript with a line break"] = "[x](java&NewLine;script:alert(1)) [y](java&#10;script:alert(1))",
        ["javascript after a control character"] = "[x](&#1;javascript:alert(1)) [y](<\u0001javascript:alert(1)>)",
        ["javascript after odd spaces"] = "[x](<\u00a0javascript:alert(1)>) [y](<\u2028javascript:alert(1)>) [z](<\u200bjavascript:alert(1)>)",
        ["javascript with a wide colon"] = "[x](javascript\uff1aalert(1)) [y](j\u0430vascript:alert(1))",
        ["javascript with percent signs"] = "[x](javascript%3Aalert(1)) [y](%6Aavascript:alert(1))",
        ["javascript as a reference"] = "[x]\n\n[x]: javascript:alert(1) \"title\"",
        ["javascript as an autolink"] = "<javascript:alert(1)> <JAVASCRIPT://x%0aalert(1)>",
        ["javascript as a picture"] = "![x](javascript:alert(1)) ![y][p]\n\n[p]: javascript:alert(1) \"Caption\"",
        ["javascript in a footnote"] = "Words.[^1]\n\n[^1]: [x](javascript:alert(1))",
        ["vbscript"] = "[x](vbscript:msgbox(1)) [y](VbScRiPt&colon;x)",
        ["data"] = "[x](data:text/html;base64,PHNjcmlwdD4=) ![y](data:image/svg+xml,<svg/onload=alert(1)>)",
        ["other schemes"] = "[a](file:///etc/passwd) [b](blob:x) [c](filesystem:x) [d](view-source:x) [e](ftp://example.org) [f](ws://x)",
        ["protocol-relative"] = "[x](//example.org) [y](///example.org) [z](<&#47;/example.org>)",
        ["backslashes"] = "[x](/\\\\example.org) [y](\\\\\\\\example.org) [z](https:\\\\\\\\example.org) [w](/&#92;example.org)",
        ["dots that lead out"] = "[x](../../../etc/passwd) [y](/.//example.org) [z](/..//example.org) [w](%2e%2e/%2e%2e/x)",
        ["http without a host"] = "[x](http:) [y](http:example.org) [z](https:///example.org) [w](http://)",
        ["user in front of the host"] = "[x](https://clinic.example@example.org/) [y](https://[::1]/) [z](http://[bad/)",
        ["international host"] = "[x](https://\u0430pple.example/) [y](https://xn--/) [z](https://\u202eexample.org/)",
        ["picture from elsewhere"] = "![x](https://example.org/x.png) ![y](//example.org/x.png \"Caption\")",
        ["links in links"] = "[a [b](javascript:alert(1)) c](https://example.org) ![[x](javascript:1)](../images/face.png)",
        ["brackets that do not match"] = "[[[[x](javascript:alert(1))]]][ ](]([)![![](](",
        ["mail with headers"] = "<a@example.org> [x](mailto:a@example.org?bcc=b@example.org&body=%3Cscript%3E) <\"><script>@x.org>",
    };

    private static Dictionary<string, string> OwnSyntax => new(StringComparer.Ordinal)
    {
        ["placeholders"] = "{{phone}} {{ phone }} {{<script>}} {{name\"onclick=x}} {{}} {{{{phone}}}} {{phone}",
        ["placeholder in an address"] = "[x]({{phone}}) [y](javascript:{{name}}) ![{{name}}]({{phone}}) <https://example.org/{{name}}>",
        ["citations"] = "[@x] [@] [@\"><script>alert(1)</script>] [@[@x]] [@a\nb] [@ x ]",
        ["citation in an address"] = "[x]([@label]) [[@label]](https://example.org) ![[@label]](../images/face.png)",
        ["heading names"] = "## A {#x\" onclick=\"alert(1)}\n\n## B {#<script>}\n\n## C {#main}\n\n## D {#source-1}\n\n## E {#a}\n\n## F {#a}",
        ["headings like the page's own names"] = "## Main\n\n## Sources\n\n## Source 1\n\n## fn-1\n\n## Contents\n\nA[^1]\n\n[^1]: B",
        ["headings with the same words"] = "## A\n\n## A\n\n## A 2\n\n## A\n\n## A 3",
        ["callout kinds"] = "> [!<script>]\n> x\n\n> [!NOTE\" onclick=\"x]\n> y\n\n> [!note]\n> z\n\n> [!URGENT]",
        ["tables"] = "| a | b |\n| :-: | --: |\n| | | | | |\n| `|` | [x](javascript:1) |\n\n|||\n|-|\n",
        ["table of many columns"] = string.Concat(Enumerable.Repeat("|a", 900)) + "|\n" + string.Concat(Enumerable.Repeat("|-", 900)) + "|\n",
        ["footnotes"] = "A[^1] B[^1] C[^x\"><script>] D[^2]\n\n[^1]: One [^2]\n[^2]: Two [^1]\n[^x\"><script>]: Three\n[^1]: Again",
        ["footnote in a heading"] = "## A[^1]\n\n[^1]: ## B[^1]\n\n    > [!NOTE]\n    > C[^1]",
        ["definitions"] = "<b>A</b>\n:   <script>alert(1)</script>\n:   :   x\n\n    ```\n    y",
        ["figures"] = "{{figure nerve}}\n\n{{figure nerve}}\n\n> {{figure nerve}}\n\n[{{figure nerve}}](x) {{figure <script>}} {{figure ../nerve}} {{figure}}\n\n## fig-nerve\n\n## {{figure nerve}} {#fig-nerve}",
        ["captioned picture"] = "![<b>x</b>](../images/face.png \"<script>alert(1)</script>\")",
    };

    private static Dictionary<string, string> Characters => new(StringComparer.Ordinal)
    {
        ["null characters"] = "a\0b <scr\0ipt>alert(1)</scr\0ipt> [x](java\0script:alert(1)) &#0;",
        ["lone surrogates"] = "a \ud800 b \udc00 [x](\ud800) ## \ud83d\n\n## \ud800 &#xD800;",
        ["not characters"] = "## a \uffff b\n\n## &#xFFFE;\n\n[x](\uffff) &#x10FFFF; &#x110000;",
        ["right to left"] = "\u202egnp.exe[x](https://example.org/\u202egpj.exe)\u202c \u2066\u2067 ## \u202ex",
        ["control characters"] = "a\u0007b\u001b[31mc\u007f\u0085d\u000be\u000cf",
        ["combining marks"] = "a" + new string('\u0301', 5_000),
        ["byte order marks"] = "\ufeff\ufeff# a\n\ufeff<script>alert(1)</script>",
    };

    private static Dictionary<string, string> Sizes => new(StringComparer.Ordinal)
    {
        ["a word of 900 kB"] = new string('x', 900_000),
        ["a word of 9 kB"] = new string('x', 9_000),
        ["lines of 900 kB"] = Repeat("word word\n\n", 80_000),
        ["quotes in quotes"] = Repeat("> ", 4_000) + "x",
        ["lists in lists"] = Repeat("- ", 4_000) + "x",
        ["numbered lists in lists"] = string.Concat(Enumerable.Range(0, 150).Select(level => new string(' ', level * 3) + "1. x\n")),
        ["quotes over many lines"] = string.Concat(Enumerable.Range(1, 90).Select(level => Repeat(">", level) + " x\n")),
        ["brackets"] = Repeat("[", 9_000) + "x" + Repeat("]", 900),
        ["pictures in pictures"] = Repeat("![", 4_000) + Repeat("](a)", 1_400),
        ["stars"] = Repeat("*a ", 3_000) + Repeat("**b_ ", 200),
        ["stars and underscores"] = Repeat("*_", 2_400) + "x" + Repeat("_*", 2_400),
        ["ticks"] = string.Concat(Enumerable.Range(1, 130).Select(count => Repeat("`", count) + " ")),
        ["paragraphs of brackets"] = Repeat(Repeat("[a](", 2_000) + "\n\n", 20),
        ["angle brackets"] = Repeat("<a ", 3_000) + Repeat("<!--", 200),
        ["entities without end"] = Repeat("&", 4_000) + Repeat("&amp", 1_000),
        ["link definitions"] = string.Concat(Enumerable.Range(0, 9_000).Select(number => $"[a{number}]: /x\n\n")) + "[a1] [a2]",
        ["link definition used often"] = "[a]: https://example.org/" + new string('x', 5_000) + "\n\n" + Repeat("[a] ", 2_000),
        ["footnotes without number"] = string.Concat(Enumerable.Range(0, 3_000).Select(number => $"x[^{number}]\n\n[^{number}]: y\n\n")),
        ["table of many rows"] = "| a | b |\n| --- | --- |\n" + Repeat("| c | d |\n", 900),
        ["empty headings"] = Repeat("##\n\n", 40_000),
        ["headings and broken anchors"] = Repeat("## a\n\n[a](#bb)\n\n", 2_000),
        ["placeholders without number"] = Repeat("{{phone}} ", 900),
        ["braces"] = Repeat("{{", 4_900) + "\n\n" + Repeat("[@", 4_900),
        ["nothing"] = "",
        ["blank lines"] = Repeat("\n", 150_000),
    };

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
