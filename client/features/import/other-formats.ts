/** Formats that the editor leaves to the command line, whose libraries would make the extension a third larger. */

/** What to do with such a file; undefined for one that the editor reads. */
export function instead(name: string): string | undefined {
  const [ending = ''] = /\.[^.]+$/.exec(name.toLowerCase()) ?? [];
  if (/^\.xlsx?$/.test(ending))
    return `Export ${name} as CSV (UTF-8) and import that, or run \`okr import ${name}\` in a terminal, which reads XLSX.`;
  if (ending === '.zip')
    return `Run \`okr import ${name}\` in a terminal, which reads the ZIP of an export with its check-ins, teams and people.`;
  if (/^\.ya?ml$/.test(ending)) return `Run \`okr import ${name}\` in a terminal, which reads YAML.`;
  return undefined;
}
