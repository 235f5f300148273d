import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  compressPage,
  mayCompress,
} from "#app/http/gate/compressed-page.server.ts";
import { tellScript } from "#app/http/gate/led-script.server.ts";

const taken = { "accept-encoding": "gzip, deflate, br" };

describe("a page of somebody's own is compressed", () => {
  test.each(["same-origin", "none"])("for a request from %s", (askedBy) => {
    expect(mayCompress({ ...taken, "sec-fetch-site": askedBy })).toBe(true);
  });

  test.each([
    { "sec-fetch-site": "cross-site", ...taken },
    { "sec-fetch-site": "same-site", ...taken },
    { "sec-fetch-site": "same-origin, cross-site", ...taken },
    { "sec-fetch-site": "", ...taken },
    { ...taken },
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin", "accept-encoding": "br" },
    { "sec-fetch-site": "same-origin", "accept-encoding": "gzip;q=0, br" },
  ])("but not for %j", (headers) => {
    expect(mayCompress(headers)).toBe(false);
  });

  /** A page with two choices, of which one is chosen, and words. */
  const pageWith = (chosen: number, words: string) =>
    Buffer.from(
      ["parent", "care-experienced", "practitioner"]
        .map((value, index) =>
          index === chosen
            ? `<input type="radio" checked="" value="${value}"/>`
            : `<input type="radio" value="${value}"/>`,
        )
        .join("") + `<p>${words.repeat(20)}</p>`,
    );

  test("and says the same as before", () => {
    for (let length = 0; length < 600; length += 23) {
      const words = Array.from({ length }, (_, at) =>
        String.fromCodePoint(0x3b1 + ((at * at * 7) % 900)),
      ).join("");
      const page = pageWith(length % 3, words);
      const packed = compressPage(page);
      expect(packed.length % 256).toBe(0);
      expect(gunzipSync(packed).equals(page)).toBe(true);
    }
  });

  test("and its length does not tell which answer is chosen on it", () => {
    const lengths = [0, 1, 2].map(
      (chosen) => compressPage(pageWith(chosen, "Listen first. ")).length,
    );
    expect(new Set(lengths).size).toBe(1);
  });
});

describe("a script that sends a form is told where it leads", () => {
  const byScript = { method: "POST", headers: { "heard-script": "form" } };
  const leadOn = () => {
    const headers = new Headers({ Location: "/respond/a/evidence#item-1" });
    headers.append("Set-Cookie", "one=1; Path=/");
    headers.append("Set-Cookie", "two=2; Path=/");
    return new Response(null, { status: 303, headers });
  };

  test("with the place on the page and the cookies, and is not led", () => {
    const { status, headers } = tellScript(byScript, leadOn());
    expect(status).toBe(204);
    expect(headers.get("Location")).toBeNull();
    expect(headers.get("Heard-Leads-To")).toBe("/respond/a/evidence#item-1");
    expect(headers.getSetCookie()).toHaveLength(2);
  });

  test.each([
    { what: "a form without a script", asked: { method: "POST", headers: {} } },
    { what: "a page", asked: { ...byScript, method: "GET" } },
  ])("but $what is led as ever", ({ asked }) => {
    const answer = leadOn();
    expect(tellScript(asked, answer)).toBe(answer);
  });

  test("and a form that comes back, comes back", () => {
    const answer = new Response("<form>", { status: 400 });
    expect(tellScript(byScript, answer)).toBe(answer);
  });
});
