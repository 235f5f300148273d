import { data } from "@remix-run/node";
import type { ImportFile } from "#app/domain/imports/import-files.ts";
import { findImportFile } from "#app/domain/imports/import-files.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import type { RequestContext } from "./context.server.ts";

/** The table that an address names. @throws a 404 where there is none. */
export async function findTable(
  { db }: Pick<RequestContext, "db">,
  params: { import?: string | undefined },
): Promise<ImportFile> {
  const file = await findImportFile(db, readWholeNumber(params.import) ?? 0);
  if (!file) throw data(null, { status: 404 });
  return file;
}
