/** People as other tools name them, as handles. */
import { isHandle } from '../../../grammar/arguments.ts';
import { freeName } from '../titles/short-name.ts';
import type { SourcePerson } from './source.ts';

const address = /[^\s<>(),;"']+@[^\s<>(),;"']+\.[^\s<>(),;"']+/;

/**
 * The people of one cell: `Ana Silva; Li Wong`, `Ana Silva <ana@example.com>`, `@ana, @li`. A comma parts them where
 * each side is a whole name; `Silva, Ana` is one.
 */
export function peopleIn(text: string): SourcePerson[] {
  return text
    .split(/[;|\n]|\s+(?:&|and)\s+/)
    .flatMap(byCommas)
    .map(personIn)
    .filter(({ name, email }) => name !== '' || email !== '');
}

function byCommas(text: string): string[] {
  const names = text.split(',').map(name => name.trim());
  const isWhole = (name: string) => name.includes('@') || /\S\s+\S/.test(name);
  return names.every(isWhole) ? names : [text];
}

function personIn(text: string): SourcePerson {
  const [email = ''] = address.exec(text) ?? [];
  const rest = text
    .replace(email, '')
    .replace(/[<>()"]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [, family, given] = /^([^,\s]+),\s*([^,]+)$/.exec(rest) ?? [];
  return { name: family === undefined ? rest.replace(/[,\s]+$/, '') : `${given} ${family}`, email };
}

/** Gives each person one handle: of their address, else of their name. */
export class People {
  private readonly handles = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly names = new Map<string, string>();
  private readonly addresses = new Set<string>();

  /** `@ana.silva`; undefined where no handle can be made of it. */
  handleOf({ name, email }: SourcePerson): string | undefined {
    const known = this.handles.get(email.toLowerCase()) ?? this.handles.get(name.toLowerCase());
    if (known !== undefined) {
      this.remember(known, name, email);
      return known;
    }
    const same = this.sameAs(name, email);
    if (same !== undefined) {
      this.remember(same, name, email);
      return same;
    }
    const made = handleFrom(email === '' ? name : (email.split('@')[0] ?? ''));
    if (made === undefined) return undefined;
    const handle = `@${freeName(made, each => this.taken.has(each))}`;
    this.taken.add(handle.slice(1));
    this.remember(handle, name, email);
    return handle;
  }

  /** `Li Wong` in one cell and `li.wong@example.com` in another are one person, unless more is known of them. */
  private sameAs(name: string, email: string): string | undefined {
    if ((name === '') === (email === '')) return undefined;
    const handle = `@${handleFrom(email === '' ? name : (email.split('@')[0] ?? '')) ?? ''}`;
    const others = email === '' ? this.addresses : this.names;
    const own = email === '' ? this.names : this.addresses;
    return others.has(handle) && !own.has(handle) ? handle : undefined;
  }

  /** The handles with the names that are known, in the order of the handles. */
  get all(): readonly { readonly handle: string; readonly name: string }[] {
    return [...new Set(this.handles.values())]
      .sort((a, b) => (a < b ? -1 : 1))
      .map(handle => ({ handle, name: this.names.get(handle) ?? '' }));
  }

  private remember(handle: string, name: string, email: string): void {
    if (email !== '') {
      this.handles.set(email.toLowerCase(), handle);
      this.addresses.add(handle);
    }
    if (name === '') return;
    this.handles.set(name.toLowerCase(), handle);
    if (!name.startsWith('@')) this.names.set(handle, name);
  }
}

function handleFrom(text: string): string | undefined {
  const handle = text
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '.')
    .replace(/^[.-]+|[.-]+$/g, '');
  return isHandle(handle) ? handle : undefined;
}
