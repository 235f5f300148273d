import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { isLogoHash } from "#app/domain/portal/logo.ts";
import { readLogoPicture } from "#app/domain/portal/logos.server.ts";

/** A review's logo, for everybody: a picture of another hash is another picture, so every browser may keep it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { logo: hash = "", times } = params;
  const isOne = isLogoHash(hash) && (times === "1" || times === "2");
  const picture = isOne
    ? await readLogoPicture(context.db, { hash, times: times === "1" ? 1 : 2 })
    : undefined;
  if (!picture) throw data(null, { status: 404 });
  return new Response(new Uint8Array(picture), {
    headers: {
      "Content-Type": "image/webp",
      "Content-Length": String(picture.length),
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
