// Text inside XML: feeds, catalogues, drawings, parts of an office document. Not HTML: that is the work of the parts in ui.

/** Signs of XML become entities; what XML has no sign for (control letters, halves of a pair) is left out. */
export const toXmlText = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
