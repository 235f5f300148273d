import http from "node:http";

export type Timed = { p50: number; p95: number; p99: number };

const warmUps = 20;

/** @returns the value below which so many of a hundred lie. */
export function percentile(values: number[], hundredths: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = Math.ceil((hundredths / 100) * sorted.length) - 1;
  return sorted[Math.max(0, place)] ?? NaN;
}

export function timed(milliseconds: number[]): Timed {
  const at = (hundredths: number) => percentile(milliseconds, hundredths);
  return { p50: at(50), p95: at(95), p99: at(99) };
}

type Asked = {
  url: string;
  method?: "GET" | "POST";
  headers?: http.OutgoingHttpHeaders;
  body?: string | Buffer;
  agent: http.Agent;
};

export type Answered = {
  status: number;
  location: string;
  /** What a refusal says; of any other answer nothing is kept. */
  text: string;
  milliseconds: number;
};

/** One request, to the last byte of its answer. */
export function askOnce({ url, body, ...asked }: Asked): Promise<Answered> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(url, asked, (response) => {
      const { statusCode: status = 0, headers } = response;
      let text = "";
      if (status < 400) response.resume();
      else response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () =>
        resolve({
          status,
          location: headers.location ?? "",
          text,
          milliseconds: performance.now() - startedAt,
        }),
      );
    });
    request.on("error", reject).end(body);
  });
}

/** One client that asks again as soon as it is answered. @throws where an answer is no page. */
export async function timeOneByOne(
  of: { url: string; headers?: http.OutgoingHttpHeaders },
  seconds: number,
): Promise<Timed> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (let count = 0; count < warmUps; count += 1)
    await askOnce({ ...of, agent });
  const endsAt = performance.now() + seconds * 1000;
  while (performance.now() < endsAt) {
    const { status, milliseconds } = await askOnce({ ...of, agent });
    if (status !== 200) throw new Error(`${of.url} answered ${status}`);
    taken.push(milliseconds);
  }
  agent.destroy();
  return timed(taken);
}
