import { ownDirections } from "./own-directions.ts";
import { directionOf, Said } from "./language.tsx";
export type CopiedAnswer = {
  questionId: string;
  label: string;
  line: string;
  files: { name: string; facts: string; about: string; sha256: string }[];
};

type CopyDocumentProps = {
  language: string;
  title: string;
  heading: string;
  /** What the copy is of: names and values in order. */
  facts: { label: string; value: string; isExact?: boolean }[];
  code: { label: string; value: string; warning: string };
  answers: { heading: string; entries: CopiedAnswer[] };
  files: { heading: string; note: string; fingerprint: string };
};

// The file has to look right on its own, from a disk, in ten years.
const style = `
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 Arial, sans-serif; color: #0b0c0c; }
h1 { font-size: 1.8rem; line-height: 1.2; }
h2 { margin-top: 2.5rem; font-size: 1.3rem; }
dt, h3 { margin: 1.25rem 0 0.25rem; font-size: 1.1rem; font-weight: bold; }
dd { margin: 0; }
.text { white-space: pre-wrap; unicode-bidi: isolate; text-align: start; overflow-wrap: anywhere; }
.text.heard-own-directions { unicode-bidi: plaintext; }
.code { padding: 0.75rem; border: 2px dashed #114b5f; font-family: monospace; font-size: 1.3rem; font-weight: bold; overflow-wrap: anywhere; }
.fingerprint { font-family: monospace; font-size: 0.9rem; overflow-wrap: anywhere; }
`;

/** A response as a file for its sender: one page of HTML that needs nothing else. */
export function CopyDocument(props: CopyDocumentProps) {
  const { answers, code, facts, files } = props;
  const hasFiles = answers.entries.some((entry) => entry.files.length > 0);
  return (
    <html lang={props.language} dir={directionOf(props.language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{props.title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{props.heading}</h1>
          <dl>
            {facts.map(({ label, value, isExact }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd translate={isExact ? "no" : undefined}>
                  <Said text={value} />
                </dd>
              </div>
            ))}
            <div>
              <dt>{code.label}</dt>
              <dd className="code" translate="no">
                {code.value}
              </dd>
            </div>
          </dl>
          <p>{code.warning}</p>
          <h2>{answers.heading}</h2>
          {answers.entries.map((entry) => (
            <CopiedEntry
              key={entry.questionId}
              entry={entry}
              fingerprint={files.fingerprint}
            />
          ))}
          {hasFiles && (
            <>
              <h2>{files.heading}</h2>
              <p>{files.note}</p>
            </>
          )}
        </main>
      </body>
    </html>
  );
}

type CopiedEntryProps = { entry: CopiedAnswer; fingerprint: string };

function CopiedEntry({ entry, fingerprint }: CopiedEntryProps) {
  return (
    <section>
      <h3>
        <Said text={entry.label} />
      </h3>
      {entry.line && (
        <div className={`text ${ownDirections(entry.line)}`} dir="auto">
          <Said text={entry.line} />
        </div>
      )}
      {entry.files.length > 0 && (
        <ul>
          {entry.files.map((file, index) => (
            <li key={index}>
              <bdi translate="no">{file.name}</bdi> ({file.facts})
              {file.about && (
                <>
                  <br />
                  <span dir="auto">{file.about}</span>
                </>
              )}
              <br />
              {fingerprint}:{" "}
              <span className="fingerprint" translate="no">
                {file.sha256}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
