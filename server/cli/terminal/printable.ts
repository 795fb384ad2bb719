/** What a file says may not steer the terminal that shows it. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const controls = /[\u0000-\u001f\u007f]/g;
/** C1 controls, what turns the direction of the text around it, what ends a line for some readers, and lone surrogates. */
const silent = /[\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** A text in one line: controls as their pictures (`␛`), and `\ufffd` for what has none. */
export function printable(text: string): string {
  return text.replace(controls, control => pictureOf(control.charCodeAt(0))).replace(silent, '\ufffd');
}

function pictureOf(code: number): string {
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}

/** A text of several lines: tabs and line breaks stay. */
export function printableLines(text: string): string {
  return text.replace(/[^\t\n]+/g, printable);
}

/** JSON with every character escaped that a terminal could take for a command; it says the same. */
export function printableJson(json: string): string {
  return json.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, control => {
    return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
