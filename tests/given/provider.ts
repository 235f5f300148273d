import { createServer } from "node:http";
import Provider from "oidc-provider";
import type { ProviderSettings } from "#app/domain/accounts/provider.ts";
import { findFreePort } from "#tests/setup/free-port.ts";

type Person = { email?: string; email_verified?: unknown };

export type GivenProvider = {
  settings: ProviderSettings;
  close: () => void;
};

/**
 * A real OpenID Connect provider on this machine. Who signs in there is whoever
 * types their address as the login, with any password.
 *
 * @param back where it leads browsers back to.
 * @param people what it says of some of them instead.
 */
export async function givenProvider({
  back,
  people = {},
}: {
  back: string;
  people?: Record<string, Person>;
}): Promise<GivenProvider> {
  const port = await findFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const settings = {
    ...{ name: "Northside Council", issuer, clientId: "heard" },
    clientSecret: "a secret/of + tests",
  };
  const provider = quietly(
    () =>
      new Provider(issuer, {
        clients: [
          {
            client_id: settings.clientId,
            client_secret: settings.clientSecret,
            redirect_uris: [back],
          },
        ],
        claims: { email: ["email", "email_verified"] },
        cookies: { keys: ["for tests alone"] },
        findAccount: (_asked: unknown, sub: string) => ({
          accountId: sub,
          claims: () => ({
            sub,
            ...{ email: sub, email_verified: true, ...people[sub] },
          }),
        }),
      }),
  );
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) =>
    server.listen(port, "127.0.0.1", resolve),
  );
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { settings, close };
}

/** It warns that it is set up for development, which it is. */
function quietly<Made>(make: () => Made): Made {
  const { info, warn } = console;
  Object.assign(console, { info: () => undefined, warn: () => undefined });
  try {
    return make();
  } finally {
    Object.assign(console, { info, warn });
  }
}

type Walk = { login: string; stopAt?: "sign-in" };

/** Goes through the provider's own pages as a browser does. @returns where it leads back to. */
export async function walkThrough(
  start: string,
  { login, stopAt }: Walk,
): Promise<string> {
  const { origin } = new URL(start);
  const jar = new Map<string, string>();
  const call = async (address: string, form?: Record<string, string>) => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(new URL(address, origin), {
      ...{ redirect: "manual", headers: { cookie } },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  let answer = await call(start);
  for (let step = 0; step < 12; step += 1) {
    const to = answer.headers.get("Location");
    if (to !== null && new URL(to, origin).origin !== origin) return to;
    if (to !== null) answer = await call(to);
    else {
      const page = await answer.text();
      const at = /action="([^"]+)"/.exec(page)?.[1] ?? "";
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
      const abort = /href="([^"]*\/abort)"/.exec(page)?.[1];
      if (stopAt && abort) answer = await call(abort);
      else answer = await call(at, { prompt, login, password: "any" });
    }
  }
  throw new Error("The provider did not lead back");
}
