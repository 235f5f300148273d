import { request } from "node:http";
import { fileForm, multipart, sameOrigin } from "./forms.ts";
import { type Heard, openHeard } from "./heard.ts";
import { onePagePdf } from "./pdf.ts";
import { peakMegabytes, residentMegabytes } from "./servers.ts";

/** How much memory one large file takes while it comes to a server of its own, by a form and in pieces. */
const megabytes = [24, 96];
const pieceBytes = 5_000_000;

type Answer = { status: number; location: string };

function ask(
  url: string,
  of: { method: string; headers: Record<string, string>; body?: Buffer },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, headers, body } = of;
    const length = String(body?.length ?? 0);
    const sent = request(
      url,
      { method, headers: { ...headers, "content-length": length } },
      (response) => {
        const { statusCode: status = 0, headers: told } = response;
        response
          .resume()
          .once("end", () =>
            resolve({ status, location: told.location ?? "" }),
          );
      },
    );
    sent.once("error", reject).end(body);
  });
}

const ways = {
  form: async ({ origin, prepared }: Heard, byteSize: number) => {
    const answer = await ask(`${origin}/respond/${prepared.callSlug}/files`, {
      method: "POST",
      headers: { ...ownHeaders(origin, prepared), ...multipart },
      body: fileForm("files", {}, byteSize),
    });
    return answer.status === 303;
  },
  pieces: async ({ origin, prepared }: Heard, byteSize: number) => {
    const bytes = onePagePdf(byteSize);
    const headers = {
      ...ownHeaders(origin, prepared),
      "tus-resumable": "1.0.0",
    };
    const told = Object.entries({ question: "files", name: "evidence.pdf" })
      .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
      .join(",");
    const begun = await ask(
      `${origin}/respond/${prepared.callSlug}/files/uploads`,
      {
        method: "POST",
        headers: {
          ...headers,
          "upload-length": String(bytes.length),
          "upload-metadata": told,
        },
      },
    );
    let { status } = begun;
    const place = new URL(begun.location, origin).href;
    for (let at = 0; at < bytes.length && status < 300; at += pieceBytes)
      ({ status } = await ask(place, {
        method: "PATCH",
        headers: {
          ...headers,
          "upload-offset": String(at),
          "content-type": "application/offset+octet-stream",
        },
        body: bytes.subarray(at, at + pieceBytes),
      }));
    return status === 200;
  },
};

function ownHeaders(origin: string, { draftCookies }: Heard["prepared"]) {
  return { ...sameOrigin(origin), cookie: draftCookies[0] ?? "" };
}

for (const [way, send] of Object.entries(ways))
  for (const size of megabytes) {
    const heard = await openHeard({
      ...{ responses: 20, drafts: 1, staff: 1, port: 4263 },
    });
    const before = residentMegabytes(heard.server);
    const isTaken = await send(heard, size * 1_000_000);
    const peak = peakMegabytes(heard.server);
    console.log({ way, size, isTaken, before, peak });
    await heard.close();
  }
