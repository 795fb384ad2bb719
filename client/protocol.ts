/** Our requests and notifications with their types, in the client library's terms. */
import { NotificationType, RequestType } from 'vscode-languageclient';
import {
  attentionRequest,
  type ChangedParams,
  type CheckInAnswer,
  type CheckInSubject,
  type CheckInSubjectParams,
  type CheckInSubjectsParams,
  type CloseAnswer,
  type CloseParams,
  type Closing,
  type ClosingParams,
  type CompareAnswer,
  type CompareParams,
  type CycleChoice,
  type CyclesParams,
  changedNotification,
  checkInRequest,
  checkInSubjectRequest,
  checkInSubjectsRequest,
  closeRequest,
  closingRequest,
  compareRequest,
  cyclesRequest,
  type FileAttention,
  type FindFilesAnswer,
  type FindFilesParams,
  type FirstWorkspaceAnswer,
  type FirstWorkspaceParams,
  findFilesRequest,
  firstWorkspaceRequest,
  type HappeningParams,
  type HappeningSubject,
  type HappeningSubjectParams,
  happeningRequest,
  happeningSubjectRequest,
  type ImportAnswer,
  type ImportParams,
  importRequest,
  type NewElementAnswer,
  type NewElementParams,
  newElementRequest,
  type OutlineGroup,
  type OutlineParams,
  outlineRequest,
  type PreviewContent,
  type PreviewParams,
  previewRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  type ReportAnswer,
  type ReportParams,
  type RevisionChoice,
  type RevisionChoicesParams,
  type RevisionsAnswer,
  type RevisionsParams,
  readFileRequest,
  reportRequest,
  revisionChoicesRequest,
  revisionsRequest,
  type TodayAnswer,
  type TodayParams,
  todayRequest,
  type WriteParams,
} from '../server/core/requests.ts';

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
