package org.arolang.runtime.value;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** [DATA-99]; {@code ~} stands for a line end. */
class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {"# Hi|<h1>Hi</h1>", "###### six|<h6>six</h6>",
        "####### seven|<p>####### seven</p>", "#no|<p>#no</p>", "a~b~~c|<p>a b</p>~<p>c</p>",
        "**b** and *i* and _j_|<p><strong>b</strong> and <em>i</em> and <em>j</em></p>",
        "`a<b` & \"c\"|<p><code>a&lt;b</code> &amp; &quot;c&quot;</p>",
        "[t](http://x?a=1&b=2)|<p><a href=\"http://x?a=1&amp;b=2\">t</a></p>", "[t](JavaScript:x)|<p>[t](JavaScript:x)</p>",
        "[t](\"onclick=)|<p><a href=\"&quot;onclick=\">t</a></p>",
        "```~<b>~~x~```|<pre><code>&lt;b&gt;~~x</code></pre>", "```~open|<pre><code>open</code></pre>",
        "snake_case_name|<p>snake_case_name</p>", "2 * 3 * 4|<p>2 * 3 * 4</p>", "<script>|<p>&lt;script&gt;</p>",
        "# A~text|<h1>A</h1>~<p>text</p>",
        "**a *b* c**|<p><strong>a <em>b</em> c</strong></p>", "[**t**](u)|<p><a href=\"u\"><strong>t</strong></a></p>",
        "**open|<p>**open</p>", "`*a*`|<p><code>*a*</code></p>"})
    void blocksAndInlines(String markdown, String html) {
        assertThat(Markdown.toHtml(markdown.replace('~', '\n'))).isEqualTo(html.replace('~', '\n'));
    }
}
