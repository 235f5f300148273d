import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readEnvironment } from "#app/http/env.server.ts";

/*
 * No engine of containers runs here: what can be known of compose.yaml without
 * one, held against the program, the Dockerfile and the README.
 */

const serviceSchema = z.strictObject({
  build: z.literal(".").optional(),
  image: z
    .string()
    .regex(/^[\w./-]+:[\w.-]*\d[\w.-]*$/)
    .optional(),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  volumes: z.array(z.string()).default([]),
  depends_on: z
    .union([
      z.array(z.string()),
      z.record(
        z.string(),
        z.strictObject({
          condition: z.enum([
            "service_healthy",
            "service_completed_successfully",
          ]),
        }),
      ),
    ])
    .default([]),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      retries: z.number(),
    })
    .optional(),
  restart: z.literal("unless-stopped").optional(),
});

const text = readFileSync("compose.yaml", "utf8");
const dockerfile = readFileSync("Dockerfile", "utf8");
const { services, volumes } = z
  .strictObject({
    services: z.record(z.string(), serviceSchema),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(text));
const { heard, database, files, bucket } = services as Record<
  "heard" | "database" | "files" | "bucket",
  z.infer<typeof serviceSchema>
>;

const given: Record<string, string> = {
  HEARD_SECRET: "s".repeat(64),
  STORE_PASSWORD: "p4ssw0rd",
  FILES_SECRET_KEY: "k3y",
};

/** As compose fills in what is between braces, and `$$` for a shell's own. */
function filledIn(value: string): string {
  return value
    .replaceAll(
      /(?<!\$)\$\{(\w+)(?::([-?])([^}]*))?\}/g,
      (_, name: string, kind = "", fallback = "") =>
        given[name] ?? (kind === "-" ? String(fallback) : ""),
    )
    .replaceAll("$$", "$");
}

const environmentOf = ({ environment }: z.infer<typeof serviceSchema>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, filledIn(value)]),
  );

describe("Heard in compose.yaml", () => {
  test("has only settings that there are, and all that it needs", () => {
    const names = [...Object.keys(heard.environment)];
    const known = readFileSync(".env.example", "utf8");
    for (const name of names)
      expect(known).toMatch(new RegExp(`^${name}=`, "m"));
    const inImage = Object.fromEntries(
      [...dockerfile.matchAll(/^(?:ENV|) *([A-Z_]+)=(\S+)/gm)].map(
        ([, name = "", value = ""]) => [name, value],
      ),
    );
    const env = readEnvironment({
      ...inImage,
      ...environmentOf(heard),
      NODE_ENV: inImage.NODE_ENV === "production" ? "production" : "test",
    });
    expect(env).toMatchObject({ host: "0.0.0.0", port: 3000 });
    expect(env.mode).toBe("production");
    expect(env.uploadsFolder).toBe("/data/uploads");
    expect(heard.ports).toEqual([`127.0.0.1:${env.port}:${env.port}`]);
    expect(heard.volumes).toEqual(["received:/data"]);
    expect(env.publicBaseUrl.port).toBe(String(env.port));
  });

  test("reaches the database and the bucket by what these are told", () => {
    const settings = environmentOf(heard);
    const url = new URL(settings.DATABASE_URL ?? "");
    const told = environmentOf(database);
    expect(services).toHaveProperty(url.hostname);
    expect(url.username).toBe(told.POSTGRES_USER);
    expect(url.password).toBe(told.POSTGRES_PASSWORD);
    expect(url.pathname).toBe(`/${told.POSTGRES_DB}`);
    // Else Heard refuses it.
    expect(told.POSTGRES_INITDB_ARGS).toBe("--locale=C --encoding=UTF8");
    expect(database.healthcheck?.test.join(" ")).toContain("-h 127.0.0.1");
    const store = new URL(settings.FILES_ENDPOINT ?? "");
    expect(services).toHaveProperty(store.hostname);
    const script = filledIn(bucket.command?.join("\n") ?? "");
    const asked = Array.from(
      script.matchAll(/--endpoint-url (\S+)/g),
      ([, at]) => at,
    );
    expect(asked).toEqual([store.origin, store.origin]);
    expect(
      script.match(new RegExp(`--bucket ${settings.FILES_BUCKET} `, "g")),
    ).toHaveLength(2);
    expect(environmentOf(bucket)).toEqual({
      AWS_ACCESS_KEY_ID: settings.FILES_ACCESS_KEY,
      AWS_SECRET_ACCESS_KEY: settings.FILES_SECRET_KEY,
      AWS_DEFAULT_REGION: settings.FILES_REGION,
    });
    expect(environmentOf(files).FILES_SECRET_KEY).toBe(
      settings.FILES_SECRET_KEY,
    );
    const keys = /printf '(\{.*\})'/.exec(
      filledIn(files.command?.[0] ?? ""),
    )?.[1];
    expect(JSON.parse(keys?.replace("%s", "k3y") ?? "")).toMatchObject({
      identities: [
        {
          credentials: [
            { accessKey: settings.FILES_ACCESS_KEY, secretKey: "k3y" },
          ],
        },
      ],
    });
  });

  test("waits for both, and every password has to be given", () => {
    expect(heard.depends_on).toEqual({
      database: { condition: "service_healthy" },
      bucket: { condition: "service_completed_successfully" },
    });
    // One that ends well is not to be started again.
    expect(bucket.restart).toBeUndefined();
    for (const name of Object.keys(given))
      expect(text).toMatch(new RegExp(`\\$\\{${name}:\\?`));
    const opening = text.split("services:")[0];
    for (const name of Object.keys(given))
      expect(opening).toContain(`${name}=`);
  });
});

test("every place that is kept is a volume, and every volume is used", () => {
  const used = Object.values(services).flatMap((service) =>
    service.volumes.map((volume) => volume.split(":")[0]),
  );
  expect(used.sort()).toEqual(Object.keys(volumes).sort());
});

test("the image copies and starts what there is", () => {
  const check = /CMD \["node", "([^"]+)"\]/.exec(dockerfile)?.[1] ?? "";
  expect(existsSync(check)).toBe(true);
  const built = Array.from(
    dockerfile.matchAll(/build\/program\/(\S+?)\.js/g),
    ([, file]) => `${file}.ts`,
  );
  expect(built).toEqual(["app/tasks/migrate.ts", "server.ts"]);
  for (const file of built) expect(existsSync(file)).toBe(true);
  for (const name of /^COPY (package.*) \.\/$/m
    .exec(dockerfile)?.[1]
    ?.split(" ") ?? [""])
    expect(existsSync(name)).toBe(true);
  const [expose = ""] = /(?<=^EXPOSE )\d+/m.exec(dockerfile) ?? [];
  expect(dockerfile).toContain(`PORT=${expose}`);
  expect(dockerfile.lastIndexOf("USER node")).toBeLessThan(
    dockerfile.lastIndexOf("CMD "),
  );
});
