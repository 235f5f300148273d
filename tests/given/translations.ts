import { changePage } from "#app/domain/calls/authoring/edits.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import {
  seenOf,
  type WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import {
  findTranslatedPart,
  seenOfPart,
} from "#app/domain/calls/authoring/translation/translated-parts.ts";
import { translateTexts } from "#app/domain/calls/authoring/translation/translate.ts";
import { givenEditor } from "./authoring.ts";

const language = "cy";

/** A call that is changed, and somebody who translates it. */
export async function givenTranslator(
  ...overrides: Parameters<typeof givenEditor>
) {
  const given = await givenEditor(...overrides);
  const { db, call, edit } = given;
  const find = () => findWorkingCopy(db, call.id);
  const seenOfNamed = (copy: WorkingCopy, part: string) =>
    seenOfPart(copy, findTranslatedPart(copy, part)!);
  return {
    ...given,
    find,
    translate: async (
      part: string,
      texts: Record<string, string>,
      fits: string[] = [],
    ) => {
      const seen = seenOfNamed(await find(), part);
      return edit((copy) =>
        translateTexts(copy, {
          ...{ seen, part, language },
          texts: Object.entries(texts).map(([id, text]) => ({
            ...{ id, text, fits: fits.includes(id) },
          })),
        }),
      );
    },
    /** Changes the English of a page around its questions. */
    retitle: async (pageId: string, title: string, intro = "") => {
      const copy = await find();
      const page = copy.pages.find(({ key }) => key === pageId)!;
      const { showIf = "" } = page.body;
      const seen = seenOf(copy, page);
      return edit((now) =>
        changePage(now, { seen, pageId, title, intro, showIf }),
      );
    },
  };
}
