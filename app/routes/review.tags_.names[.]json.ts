import type { LoaderFunctionArgs } from "@remix-run/node";
import { arrangeTags } from "#app/domain/tagging/tags.ts";
import { selectTagsInUse } from "#app/domain/tagging/tags.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { answerUnlessKnown } from "#app/http/request/known-json.server.ts";

/** A resource route: what every tag in use is called, for finders of a codebook that is too large for their page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "read-responses");
  const tags = arrangeTags(await selectTagsInUse(context.db));
  const names = tags.map(({ tagId, name, depth }) => [tagId, name, depth]);
  return answerUnlessKnown(request, names, "private, no-cache");
}
