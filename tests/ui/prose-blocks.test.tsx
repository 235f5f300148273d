import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readProse, safeAddress } from "#app/ui/prose-blocks.ts";
import { Prose } from "#app/ui/prose.tsx";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const html = (text: string) =>
  renderToStaticMarkup(<Prose text={text} top={2} />).replace(
    / class="[^"]*"/g,
    "",
  );

test("headings, paragraphs, lists, links and bold are what they are typed as", () => {
  const text = `## What we ask
Two lines
of one paragraph:
- first
- **second**

1. one
2. two

### Smaller
See [the report](https://www.example.org/a?b=c&d=e) or [privacy](/privacy).`;
  expect(html(text)).toBe(
    "<h2>What we ask</h2><p>Two lines\nof one paragraph:</p><ul><li>first</li><li><strong>second</strong></li></ul>" +
      '<ol start="1"><li>one</li><li>two</li></ol><h3>Smaller</h3>' +
      '<p>See <a href="https://www.example.org/a?b=c&amp;d=e">the report</a> or <a href="/privacy">privacy</a>.</p>',
  );
});

test("what is no mark stands as it was typed", () => {
  for (const text of [
    "2 ** 3",
    "a [b] (c)",
    "[a](",
    "#hashtag",
    "-5 degrees",
    "[](x)",
    "1.5 metres",
  ])
    expect(html(text)).toBe(`<p>${text}</p>`);
  expect(html("**a** and **b")).toBe("<p><strong>a</strong> and **b</p>");
  expect(html("<script>alert(1)</script> <img src=x onerror=y>")).toBe(
    "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=y&gt;</p>",
  );
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "\u0001javascript:alert(1)",
  "java\u0000script:alert(1)",
  "data:text/html,<b>",
  "vbscript:x",
  "//evil.example",
  "/\\evil.example",
  "/a\\b",
  "https://bank.example@evil.example/",
  "file:///etc/passwd",
  "blob:https://a.example/1",
  "relative",
  "#place",
  "?q=1",
])(
  "an address that does more than lead somewhere is no link: %s",
  (address) => {
    expect(safeAddress(address)).toBeUndefined();
    expect(html(`[a](${address})`)).not.toContain("<a");
  },
);

test("a link in a link, and bold across a link, end where they end", () => {
  expect(html("[[a](https://b.example/)](javascript:c)")).toBe(
    '<p>[<a href="https://b.example/">a</a>](javascript:c)</p>',
  );
  expect(html("**a [b](/c) d**")).toBe(
    '<p><strong>a </strong><strong><a href="/c">b</a></strong><strong> d</strong></p>',
  );
});

test.each([
  ["brackets", "["],
  ["brackets that close", "[a]("],
  ["links begun in links", "[[a](https://b.example/"],
  ["stars", "**"],
  ["stars and brackets", "**[a**]("],
  ["empty lines", "\n \n"],
  ["numbers", "1. "],
  ["spaces", "a                "],
])("the time for many %s grows with their number", async (_what, piece) => {
  const text = (size: number) => piece.repeat(size / piece.length);
  const growth = await measureGrowth(
    (size) => readProse(text(size)).length,
    100_000,
  );
  expect(isLinearGrowth(growth)).toBe(true);
});
