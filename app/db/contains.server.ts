import { type RawBuilder, sql } from "kysely";
import { engineOf } from "./engine.server.ts";
import type { Db } from "./schema.ts";

/**
 * Whether a column holds a piece of text, in whichever case. Either engine may
 * fold the letters of ASCII only, SQLite always and PostgreSQL by its locale: the
 * piece is asked for as written, in small letters, in capitals and with a capital first.
 */
export function containsText(
  db: Db,
  column: string,
  text: string,
): RawBuilder<boolean> {
  const like = sql.raw(engineOf(db) === "postgres" ? "ilike" : "like");
  const small = text.toLowerCase();
  const [first = ""] = small;
  const capital = first.toUpperCase() + small.slice(first.length);
  const forms = new Set([text, small, text.toUpperCase(), capital]);
  const asked = [...forms].map((form) => {
    const pattern = `%${form.replace(/[\\%_]/g, "\\$&")}%`;
    return sql`${sql.ref(column)} ${like} ${pattern} escape '\\'`;
  });
  return sql<boolean>`(${sql.join(asked, sql` or `)})`;
}
