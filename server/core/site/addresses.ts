/** Under which address each page stands: the same name in any case is one file on some disks. */

/** What no file may be called on some systems. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/;

/** Names for files, one for each of some things. */
export class Addresses {
  private readonly taken = new Set<string>();
  private readonly known = new Map<string, string>();

  /** @returns lower case letters of any script, digits, `-` and `_`; the same for the same name */
  of(name: string): string {
    let address = this.known.get(name);
    if (address === undefined) {
      address = this.free(plain(name));
      this.taken.add(address);
      this.known.set(name, address);
    }
    return address;
  }

  private free(wanted: string): string {
    if (!this.taken.has(wanted)) return wanted;
    let count = 2;
    while (this.taken.has(`${wanted}-${count}`)) count++;
    return `${wanted}-${count}`;
  }
}

function plain(name: string): string {
  const address = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .slice(0, 80);
  return address === '' || reserved.test(address) ? `${address}_` : address;
}
