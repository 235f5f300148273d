import {
  findTagNamed,
  type NamedTag,
} from "#app/domain/tagging/tag-names.server.ts";
import { type TagWords, tagWordsSchema } from "#app/domain/tagging/tags.ts";
import type { RequestContext } from "./context.server.ts";

export type Goal =
  | {
      ok: true;
      name: string;
      to: { newTag: TagWords } | { tagId: number };
    }
  | { ok: false; errors: Record<string, string>; named?: undefined }
  | { ok: false; named: Extract<NamedTag, { ok: false }> };

type Typed = { to: string; newName: string; newDefinition: string };

/** Where chosen passages are to go: a new tag that was written goes before one that was named, it took more work. */
export async function readGoal(
  db: RequestContext["db"],
  { to, newName, newDefinition }: Typed,
): Promise<Goal> {
  if (newName.trim() !== "" || newDefinition.trim() !== "") {
    const words = { name: newName, definition: newDefinition };
    const parsed = tagWordsSchema.safeParse(words);
    if (parsed.success) {
      const { name } = parsed.data;
      return { ok: true, name, to: { newTag: parsed.data } };
    }
    const errors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues)
      errors[path[0] === "name" ? "newName" : "newDefinition"] ??= message;
    return { ok: false, errors };
  }
  if (to === "") return { ok: false, errors: { to: "tag-missing" } };
  const named = await findTagNamed(db, to);
  if (!named.ok) return { ok: false, named };
  return { ok: true, name: to, to: { tagId: named.tagId } };
}
