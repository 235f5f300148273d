const characters: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
};

function readHtml(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot);/g,
    (_, name: string) => characters[name] ?? "",
  );
}

/** The boxes of a page that no route made, as a browser reads them, and where its form goes. */
export function readGivenBack(html: string) {
  const boxes = [...html.matchAll(/<textarea([^>]*)>\n?([^<]*)<\/textarea>/g)];
  return {
    action: /<form method="post" action="([^"]*)">/.exec(html)?.[1],
    fields: boxes.map(([, attributes = "", value = ""]) => {
      const name = /name="([^"]*)"/.exec(attributes)?.[1];
      return [name && readHtml(name), readHtml(value)];
    }),
    shown: boxes.flatMap(([, attributes = "", value = ""]) =>
      attributes.includes("hidden") ? [] : [readHtml(value)],
    ),
  };
}
