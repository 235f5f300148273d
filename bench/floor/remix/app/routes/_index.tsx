import { open } from "node:fs/promises";
import {
  type ActionFunctionArgs,
  json,
  NodeOnDiskFile,
  redirect,
  unstable_composeUploadHandlers,
  unstable_createFileUploadHandler,
  unstable_createMemoryUploadHandler,
  unstable_parseMultipartFormData,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  insert,
  isToken,
  makeReference,
  makeToken,
} from "../database.server.ts";
import { questions, Form } from "../form.tsx";

export const meta = () => [{ title: "Respond to the call for evidence" }];

export const loader = () =>
  json({ token: makeToken(), closes: "14 February 2027" });

export async function action({ request }: ActionFunctionArgs) {
  const isMultipart = (request.headers.get("content-type") ?? "").startsWith(
    "multipart/",
  );
  const form = isMultipart
    ? await unstable_parseMultipartFormData(request, keepUpload())
    : await request.formData();
  const read = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  if (!isToken(read("csrf"))) throw new Response("Bad token", { status: 403 });
  const errors = findErrors(read);
  if (Object.keys(errors).length > 0) return json({ errors }, { status: 400 });
  const file = form.get("file");
  const attachment =
    file instanceof NodeOnDiskFile && file.size > 0
      ? await syncFile(file)
      : null;
  const reference = makeReference();
  const texts = ["name", "email", "organisation", "respond_as"]
    .concat(questions.map(([id]) => id))
    .map(read);
  insert.run(reference, Date.now(), ...texts, attachment);
  return redirect(`/done?ref=${reference}`, 303);
}

const keepUpload = () =>
  unstable_composeUploadHandlers(
    unstable_createFileUploadHandler({
      directory: process.env.UPLOADS_FOLDER ?? "",
      maxPartSize: 10_000_000,
      file: () => `${makeReference()}.pdf`,
      filter: ({ contentType }) => contentType === "application/pdf",
    }),
    unstable_createMemoryUploadHandler({ maxPartSize: 1_000_000 }),
  );

async function syncFile(file: NodeOnDiskFile): Promise<string> {
  const handle = await open(file.getFilePath(), "r+");
  await handle.sync();
  await handle.close();
  return file.name;
}

function findErrors(read: (name: string) => string) {
  const errors: Record<string, string> = {};
  if (!read("name")) errors.name = "Enter your full name";
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(read("email")))
    errors.email = "Enter an email address in the correct format";
  if (!read("respond_as"))
    errors.respond_as = "Select who you are responding as";
  if (!read("q1")) errors.q1 = "Enter an answer to question 1";
  for (const [id] of questions)
    if (read(id).length > 10_000)
      errors[id] = "Answer must be 10,000 characters or less";
  if (read("declaration") !== "yes")
    errors.declaration = "Confirm you have read the privacy notice";
  return errors;
}

export default function Index() {
  const { token, closes } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  return <Form token={token} closes={closes} errors={errors} />;
}
