/**
 * The one style sheet of preview and report. It is text in a module so that a report can carry it without a file beside
 * it (the preview's page, which has its script beside it, has it as a file too: `dist/preview.css`); and as the preview
 * forbids inline styles, everything is a class here or an attribute of a drawing.
 */
import { acts } from './acts.ts';
import { alignment } from './alignment.ts';
import { base } from './base.ts';
import { charts } from './charts.ts';
import { colours } from './colours.ts';
import { head } from './head.ts';
import { objectives } from './objectives.ts';
import { paper } from './paper.ts';
import { scant } from './scant.ts';
import { work } from './work.ts';

export const stylesheet = [colours, base, charts, head, objectives, work, scant, paper].join('');

/** With what only a page has that has two views, and from which something can be written. */
export const pageStyles = `${stylesheet}${acts}${alignment}`;
