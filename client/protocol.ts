/** Our requests and notifications with their types, in the client library's terms. */
import { NotificationType, RequestType } from 'vscode-languageclient';
import {
  type CheckInAnswer,
  type CheckInSubject,
  type CheckInSubjectParams,
  type CheckInSubjectsParams,
  checkInRequest,
  checkInSubjectRequest,
  checkInSubjectsRequest,
  type WriteParams,
} from '../server/core/requests/check-in.ts';
import {
  type FindFilesAnswer,
  type FindFilesParams,
  findFilesRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  type RevisionsAnswer,
  type RevisionsParams,
  readFileRequest,
  revisionsRequest,
} from '../server/core/requests/client-files.ts';
import {
  type CloseAnswer,
  type CloseParams,
  type Closing,
  type ClosingParams,
  closeRequest,
  closingRequest,
} from '../server/core/requests/closing.ts';
import {
  type CompareAnswer,
  type CompareParams,
  compareRequest,
  type RevisionChoice,
  type RevisionChoicesParams,
  revisionChoicesRequest,
} from '../server/core/requests/compare.ts';
import { type CycleChoice, type CyclesParams, cyclesRequest } from '../server/core/requests/cycles.ts';
import {
  type HappeningParams,
  type HappeningSubject,
  type HappeningSubjectParams,
  happeningRequest,
  happeningSubjectRequest,
} from '../server/core/requests/happening.ts';
import { type ImportAnswer, type ImportParams, importRequest } from '../server/core/requests/import.ts';
import {
  type FirstWorkspaceAnswer,
  type FirstWorkspaceParams,
  firstWorkspaceRequest,
  type NewElementAnswer,
  type NewElementParams,
  newElementRequest,
} from '../server/core/requests/new-element.ts';
import {
  attentionRequest,
  type FileAttention,
  type OutlineGroup,
  type OutlineParams,
  outlineRequest,
  type TodayAnswer,
  type TodayParams,
  todayRequest,
} from '../server/core/requests/outline.ts';
import {
  type ChangedParams,
  changedNotification,
  type PreviewContent,
  type PreviewParams,
  previewRequest,
} from '../server/core/requests/preview.ts';
import { type ReportAnswer, type ReportParams, reportRequest } from '../server/core/requests/report.ts';

export const okrCycles = new RequestType<CyclesParams, readonly CycleChoice[], void>(cyclesRequest);
export const okrPreview = new RequestType<PreviewParams, PreviewContent, void>(previewRequest);
export const okrReport = new RequestType<ReportParams, ReportAnswer, void>(reportRequest);
export const okrRevisionChoices = new RequestType<RevisionChoicesParams, readonly RevisionChoice[], void>(
  revisionChoicesRequest,
);
export const okrCompare = new RequestType<CompareParams, CompareAnswer, void>(compareRequest);
export const okrCheckInSubjects = new RequestType<CheckInSubjectsParams, readonly CheckInSubject[], void>(
  checkInSubjectsRequest,
);
export const okrCheckInSubject = new RequestType<CheckInSubjectParams, CheckInSubject, void>(checkInSubjectRequest);
export const okrCheckIn = new RequestType<WriteParams, CheckInAnswer, void>(checkInRequest);
export const okrHappeningSubject = new RequestType<HappeningSubjectParams, HappeningSubject, void>(
  happeningSubjectRequest,
);
export const okrHappening = new RequestType<HappeningParams, CheckInAnswer, void>(happeningRequest);
export const okrClosing = new RequestType<ClosingParams, Closing, void>(closingRequest);
export const okrClose = new RequestType<CloseParams, CloseAnswer, void>(closeRequest);
export const okrOutline = new RequestType<OutlineParams, readonly OutlineGroup[], void>(outlineRequest);
export const okrToday = new RequestType<TodayParams, TodayAnswer, void>(todayRequest);
export const okrAttention = new RequestType<object, readonly FileAttention[], void>(attentionRequest);
export const okrNewElement = new RequestType<NewElementParams, NewElementAnswer, void>(newElementRequest);
export const okrFirstWorkspace = new RequestType<FirstWorkspaceParams, FirstWorkspaceAnswer, void>(
  firstWorkspaceRequest,
);
export const okrImport = new RequestType<ImportParams, ImportAnswer, void>(importRequest);
export const okrReadFile = new RequestType<ReadFileParams, ReadFileAnswer, void>(readFileRequest);
export const okrFindFiles = new RequestType<FindFilesParams, FindFilesAnswer, void>(findFilesRequest);
export const okrRevisions = new RequestType<RevisionsParams, RevisionsAnswer, void>(revisionsRequest);
export const okrChanged = new NotificationType<ChangedParams>(changedNotification);
