/** A text that is written as it is sent, for the browser to keep as a file. */
export function textFile(
  pieces: AsyncIterator<string> | string,
  { type, name }: { type: string; name: string },
): Response {
  return new Response(typeof pieces === "string" ? pieces : streamOf(pieces), {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

function streamOf(pieces: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
