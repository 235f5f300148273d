import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { openAttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import {
  type BucketSettings,
  openBucketLine,
} from "#app/domain/attachments/bucket-line.server.ts";
import {
  type Patience,
  usualPatience,
} from "#app/domain/attachments/bucket-patience.server.ts";
import type { StoreTrouble } from "#app/domain/attachments/stored-files.ts";
import { putOnce } from "#app/domain/attachments/bucket-put.server.ts";
import { type Bucket, makeBucket } from "#tests/setup/bucket-double.ts";
import { makeTestFolder } from "./database.ts";
import { type GivenStore, withAnother } from "./stores.ts";

/** Enough for a bucket of this machine's, and soon over. */
export const shortPatience: Patience = {
  silenceMilliseconds: 1_000,
  restMilliseconds: 500,
  attempts: 3,
  pauseMilliseconds: 5,
};

/** A strict bucket on this machine, and the settings that reach it, until the test ends. */
export async function startBucket() {
  const started = await openBucket();
  onTestFinished(started.stop);
  return started;
}

/** The same until it is stopped. */
export async function openBucket() {
  const keys = {
    accessKey: "heard-test",
    secretKey: randomBytes(20).toString("hex"),
    region: "eu-west-2",
  };
  const bucket = makeBucket("heard-files", keys);
  const server = http.createServer(bucket.listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  const endpoint = new URL(`http://127.0.0.1:${port}`);
  const settings: BucketSettings = { ...keys, endpoint, bucket: "heard-files" };
  return { bucket, settings, stop };
}

/** A store in such a bucket, somebody else's file in it, and what the store told of it. */
export async function givenBucketStore(
  patience: Patience = shortPatience,
): Promise<
  GivenStore & {
    bucket: Bucket;
    settings: BucketSettings;
    told: StoreTrouble[];
    stop: () => void;
  }
> {
  const { bucket, settings, stop } = await startBucket();
  const folder = path.join(makeTestFolder(), "uploads");
  const told: StoreTrouble[] = [];
  const store = await openAttachmentStore(
    { folder, bucket: settings },
    {
      tell: (trouble) => void told.push(trouble),
      patience,
    },
  );
  const given = await withAnother({
    store,
    folder,
    replace: async (publicId, bytes) => {
      const key = `attachments/${publicId}`;
      bucket.objects.set(key, { ...bucket.objects.get(key)!, bytes });
    },
  });
  return { ...given, bucket, settings, told, stop };
}

/** `https://KEY:SECRET@host/bucket?region=eu-west-2`, of a real store that tests may use. */
const realAddress = process.env.HEARD_TEST_S3;

/** A store in the bucket of `HEARD_TEST_S3`; undefined where none is set. */
export const givenRealStore = realAddress
  ? async (): Promise<GivenStore> => {
      const url = new URL(realAddress);
      const bucket: BucketSettings = {
        endpoint: new URL(url.origin),
        region: url.searchParams.get("region") ?? "us-east-1",
        bucket: url.pathname.slice(1),
        accessKey: decodeURIComponent(url.username),
        secretKey: decodeURIComponent(url.password),
      };
      const folder = path.join(makeTestFolder(), "uploads");
      const settings = { folder, bucket };
      const tell = () => undefined;
      const store = await openAttachmentStore(settings, { tell });
      const line = openBucketLine(bucket, { tell, patience: usualPatience });
      return withAnother({
        store,
        folder,
        replace: async (publicId, bytes) => {
          const key = `attachments/${publicId}`;
          await (await line.ask({ method: "DELETE", key }, [200, 204])).drop();
          const sha256 = createHash("sha256").update(bytes).digest("hex");
          const open = () => Readable.from([bytes]);
          const put = { key, sha256, byteSize: bytes.length, open };
          await (await putOnce(line, put)).drop();
        },
      });
    }
  : undefined;
