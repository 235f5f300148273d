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

/** What is tagged with the tag of an address, its parts left out, under the address's filter. @throws a 404 where there is no such tag. */
export async function readTagEvidence(
  { request, context, params, viewer }: Asked,
  more: (tag: TagForEditing) => Partial<ReaderRequest> = () => ({}),
) {
  const { db } = context;
  const tag = await findTag(db, readWholeNumber(params.tag) ?? 0);
  if (!tag) throw data(null, { status: 404 });
  const { tagId } = tag;
  const choices = await selectReaderChoices(db, tagId);
  const { searchParams } = new URL(request.url);
  const read = readReaderFilter(searchParams, optionsOf(choices));
  const filter = { ...read.filter, isOwnOnly: true };
  const page = await selectReaderPage(db, {
    ...{ tagId, filter, choices, viewer, now: context.now() },
    ...more(tag),
  });
  return { tag, page, filter, ignored: read.ignored, choices };
}
