/** Who somebody is in the files, by what git knows of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { handlesIn, whoIs } from '../../../server/core/edits/who-is.ts';
import { fixture } from '../features/fixture.ts';

const people = `# today 2026-11-21
person @li.wong: Li Wong, growth
person @nadia: Nadia Rahimi (chief executive)
person @tomás: Tomás Herrera
person @kim: Kim Soto
  until 2026-10-16
person @kim2: Kim Soto
person @sam: Sam Lee
person @sam-lee: Sam Lee
`;
const who = (name: string, email = '', text = people) => whoIs(fixture(text).context.workspace, { name, email });

describe('Who I am', () => {
  it('is who has my full name, whatever they do', () => {
    assert.equal(who('Li Wong'), 'li.wong');
    assert.equal(who('  li   WONG '), 'li.wong');
    assert.equal(who('Nadia Rahimi', 'someone@else.example'), 'nadia');
    assert.equal(who('Tomás Herrera'.normalize('NFD')), 'tomás');
  });
  it('else who has the name of my mailbox for a handle', () => {
    assert.equal(who('', 'nadia@example.com'), 'nadia');
    assert.equal(who('Somebody Else', 'Li.Wong+okr@example.com'), 'li.wong');
    assert.equal(who('', '1234567+nadia@users.noreply.github.com'), 'nadia');
    assert.equal(who('', 'nadia'), undefined);
  });
  it('else who has my name for a handle', () => {
    assert.equal(who('nadia'), 'nadia');
    assert.equal(who('@li.wong', 'me@example.com'), 'li.wong');
  });
  it('is nobody who has left, and nobody where two have the name', () => {
    assert.equal(who('Kim Soto', 'kim@example.com'), 'kim2');
    assert.equal(who('', 'kim@example.com'), undefined);
    assert.equal(who('Sam Lee', 'sam@example.com'), undefined);
    assert.equal(who(''), undefined);
    assert.equal(who('Somebody', 'somebody@example.com'), undefined);
  });
  it('is whoever is named in the files where no people are listed', () => {
    const text = 'objective love: Love\n  owner @ana\n  with @li\n';
    assert.equal(who('Ana Silva', 'ana@example.com', text), 'ana');
    assert.equal(who('li', '', text), 'li');
    assert.equal(who('Li Wong', '', text), undefined);
    assert.deepEqual(handlesIn(fixture(text).context.workspace), ['ana', 'li']);
  });
  it('is one of those there are, or nobody, whatever git says', () => {
    const { workspace } = fixture(people).context;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, email) => {
        const handle = whoIs(workspace, { name, email });
        assert.ok(handle === undefined || handlesIn(workspace).includes(handle));
      }),
    );
  });
});
