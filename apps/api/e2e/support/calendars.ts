/** The events of an iCalendar file, property by property: a reader of its own, so that the writer is not asked itself. */
export function readCalendar(file: string): Record<string, string>[] {
  const events: Record<string, string>[] = [];
  for (const line of file.replaceAll('\r\n ', '').split('\r\n')) {
    if (line === 'BEGIN:VEVENT') events.push({});
    const colon = line.indexOf(':');
    const event = events.at(-1);
    if (event !== undefined && colon > 0) event[line.slice(0, colon)] = unescaped(line.slice(colon + 1));
  }
  return events;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
