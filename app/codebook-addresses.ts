import { tagAddress, tagListAddress } from "./addresses.ts";

/** A tag with all that is tagged with it, under the parameters of a filter. */
export function evidenceAddress(
  tagId: number,
  parameters: URLSearchParams,
): string {
  return withQuery(tagAddress(tagId), parameters);
}

type TagPlace =
  | "change"
  | "csv"
  | "definition"
  | "history"
  | "merge"
  | "print"
  | "recode"
  | "retire";

/** What stands below a tag's page. */
export function tagPlaceAddress(
  tagId: number,
  place: TagPlace,
  parameters = new URLSearchParams(),
): string {
  return withQuery(`${tagAddress(tagId)}/${place}`, parameters);
}

type CodebookPlace =
  | "changes"
  | "codebook.csv"
  | "codebook.qdc"
  | "files"
  | "names.json"
  | "projects"
  | "tables"
  | "tables.svg"
  | "undo";

/** What stands beside the list of tags. */
export function codebookAddress(
  place: CodebookPlace,
  parameters = new URLSearchParams(),
): string {
  return withQuery(`${tagListAddress()}/${place}`, parameters);
}

/** A coded project that was brought. */
export function projectAddress(projectFileId: number): string {
  return `${codebookAddress("projects")}/${projectFileId}`;
}

function withQuery(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === "" ? path : `${path}?${query}`;
}
