/** What search engines and whoever passes a page on show of it; addresses are whole. */
export type SharedPage = {
  title: string;
  description: string;
  address: string;
  picture: string;
  siteName: string;
};

/** A page's head, for those who meet it elsewhere first. */
export function publicMeta(page: SharedPage | undefined) {
  if (!page) return [];
  const { title, description, address, picture, siteName } = page;
  return [
    { title },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: address },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: siteName },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: address },
    { property: "og:image", content: picture },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}
