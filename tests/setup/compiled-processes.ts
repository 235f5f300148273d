import { build } from "vite";

const folder = "test-results/processes";
const names = [
  "command-process",
  "killed-import",
  "large-files",
  "queue-reader",
] as const;

export type ProcessName = (typeof names)[number];

/** What a test of several processes starts, each with what it imports of ours in one file. */
export function compiledProcess(name: ProcessName): string {
  return `${folder}/${name}.js`;
}

/** Node starts them so in a fifth of the processor's time that compiling each at its start takes. */
export default async function setup() {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      ssr: true,
      target: "node20",
      outDir: folder,
      minify: false,
      rollupOptions: {
        input: names.map((name) => `tests/processes/${name}.ts`),
        output: { format: "es", entryFileNames: "[name].js" },
      },
    },
  });
}
