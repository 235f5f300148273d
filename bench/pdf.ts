/** A PDF of a megabyte that readers open: one page, and a stream that nothing draws. */
export function onePagePdf(byteSize: number): Buffer {
  const padding = "0".repeat(byteSize - 500);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    `<< /Length ${padding.length} >>\nstream\n${padding}\nendstream`,
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const crossReferences = `xref\n0 5\n0000000000 65535 f \n${offsets.join("")}`;
  return Buffer.from(
    `${body}${crossReferences}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}
