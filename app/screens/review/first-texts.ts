import type { OwnPageKind } from "#app/domain/portal/own-pages.ts";
import { firstBody } from "../public/own-page.ts";
import { pageNames } from "./own-page-words.ts";

type Env = { reviewName: string; reviewContactEmail: string };

/** What the form of each kind of page begins with. */
export function firstTexts({ reviewName, reviewContactEmail }: Env) {
  const known = { reviewName, contactEmail: reviewContactEmail };
  return (kind: OwnPageKind) =>
    firstBody({ kind, name: pageNames[kind] }, known);
}
