function fileInputsOf(form: HTMLFormElement) {
  return form.querySelectorAll<HTMLInputElement>('input[type="file"]');
}

/**
 * What the server would say of files that are too large, before they are sent:
 * over a phone's line the server's answer comes half an hour later.
 */
export function tellTooBigFiles(form: HTMLFormElement): string[] {
  return [...fileInputsOf(form)].flatMap((input) => {
    const most = Number(input.getAttribute("data-heard-max-bytes") ?? Infinity);
    const text = input.getAttribute("data-heard-too-big") ?? "";
    return [...(input.files ?? [])]
      .filter(({ size }) => size > most)
      .map(({ name }) => text.replace("{name}", () => name));
  });
}

/** The server has them. */
export function clearChosenFiles(form: HTMLFormElement) {
  for (const input of fileInputsOf(form)) input.value = "";
}
