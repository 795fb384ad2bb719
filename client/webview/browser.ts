/** The script of the page of `okr preview`: the preview as in an editor, with the browser as its host. */
import './browser/host.ts';
import './alignment.ts';
import './preview.ts';
