import { data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  optionsOf,
  type ReaderRequest,
  selectReaderChoices,
  selectReaderPage,
} from "#app/domain/tagging/retrieval.server.ts";
import { readReaderFilter } from "#app/domain/tagging/retrieval.ts";
import { findTag } from "#app/domain/tagging/tags.server.ts";
import type { TagForEditing } from "#app/domain/tagging/tags.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";

type Asked = Pick<LoaderFunctionArgs, "request" | "context" | "params"> & {
  viewer: Viewer;
};

/** The tag of an address, with what its evidence is narrowed to there. @throws a 404 where there is no such tag. */
export async function readTagFilter({
  request,
  context,
  params,
}: Omit<Asked, "viewer">) {
  const { db } = context;
  const tag = await findTag(db, readWholeNumber(params.tag) ?? 0);
  if (!tag) throw data(null, { status: 404 });
  const choices = await selectReaderChoices(db, tag.tagId);
  const { searchParams } = new URL(request.url);
  return {
    ...{ tag, choices },
    ...readReaderFilter(searchParams, optionsOf(choices)),
  };
}

/** What more is wanted than the address says. */
type Wanted = Pick<Partial<ReaderRequest>, "limit" | "notSeenSince"> & {
  /** The tag's parts are left out, whatever the address says. */
  isOwnOnly?: true;
};

/** What is tagged with the tag of an address, under the address's filter. @throws a 404 where there is no such tag. */
export async function readTagEvidence(
  { viewer, ...asked }: Asked,
  wantedOf: (tag: TagForEditing) => Wanted = () => ({}),
) {
  const { db, now } = asked.context;
  const read = await readTagFilter(asked);
  const { tag, choices } = read;
  const { isOwnOnly = read.filter.isOwnOnly, ...wanted } = wantedOf(tag);
  const filter = { ...read.filter, isOwnOnly };
  const page = await selectReaderPage(db, {
    ...{ tagId: tag.tagId, filter, choices, viewer, now: now() },
    ...wanted,
  });
  return { ...read, filter, page };
}
