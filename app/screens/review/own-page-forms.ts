import type { PageBody, PageItem } from "#app/domain/portal/own-pages.ts";
import type { OwnPage } from "#app/domain/portal/own-pages.server.ts";
import { keptPageAddress } from "#app/page-addresses.ts";
import { itemNames } from "./own-page-words.ts";
import { nameOfPage } from "./own-pages.ts";

/** The form for a page's heading and text. */
export function describeTextsForm(
  { slug, kind }: OwnPage,
  body: PageBody,
  seen: string,
) {
  const { title, text } = body;
  return {
    ...{ name: nameOfPage(kind, body), backHref: keptPageAddress(slug) },
    form: {
      seen,
      fields: [
        {
          ...{ name: "title", label: "Heading" },
          ...{ en: title.en, cy: title.cy ?? "" },
        },
        {
          ...{ name: "text", label: "Text", rows: 20 },
          ...{ en: text?.en ?? "", cy: text?.cy ?? "" },
        },
      ],
    },
  };
}

/** The form for a question or a date; for a new one where there is none. */
export function describeItemForm(
  { slug, kind }: OwnPage,
  { body, item }: { body: PageBody; item: PageItem | undefined },
  seen: string,
) {
  const names = itemNames[kind];
  if (!names) return undefined;
  return {
    ...{ name: nameOfPage(kind, body), backHref: keptPageAddress(slug) },
    heading: item ? `Change a ${names.one}` : `Add a ${names.one}`,
    form: {
      seen,
      removes: item && `Remove this ${names.one}`,
      fields: [
        {
          ...{ name: "head", label: names.head, hint: names.hint },
          ...{ en: item?.head.en ?? "", cy: item?.head.cy ?? "" },
        },
        {
          ...{ name: "text", label: names.text, rows: 10 },
          ...{ en: item?.text.en ?? "", cy: item?.text.cy ?? "" },
        },
      ],
    },
  };
}
