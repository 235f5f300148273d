/** Where a link may lead: an address of the web or of a person. A path tells whose computer it was. */
export function keepTarget(target: string): string {
  return /^(?:https?:\/\/|mailto:|#)/i.test(target) ? target : "about:blank";
}

/** A description of a picture, unless it is the path of a file. */
export function withoutPathOrPlace(description: string): string {
  return /^(?:[a-z]:[\\/]|\\\\|file:|\/(?:Users|home)\/)|[\\/][^\\/]+\.[a-z]{3,4}$/i.test(
    description.trim(),
  )
    ? ""
    : description;
}
