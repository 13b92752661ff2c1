"""Every table of a workspace."""

from db.models.agreements import Agreement, Clause, Forgiveness, Play, Poll, Promise, Signature
from db.models.campaigns import Campaign
from db.models.companies import Company
from db.models.contacts import Consent, Contact, CustomField, RecordKey
from db.models.duplicates import ContactMerge, DuplicateKey, DuplicatePair, DuplicateState, KeptApart
from db.models.feed import Activity, InboxMark, Mention, Reaction, Task
from db.models.goals import Goal
from db.models.handoffs import Absence, Handoff
from db.models.imports import Import, ImportChange
from db.models.journal import Journal, Op
from db.models.leads import Lead, Reason, Stage, Stay
from db.models.meetings import Decision, Meeting, MeetingItem, Win
from db.models.members import Member
from db.models.views import SavedView
from db.models.workspace import WorkspaceInfo

__all__ = [
    "Absence",
    "Activity",
    "Agreement",
    "Campaign",
    "Clause",
    "Company",
    "Consent",
    "Contact",
    "ContactMerge",
    "CustomField",
    "Decision",
    "DuplicateKey",
    "DuplicatePair",
    "DuplicateState",
    "Forgiveness",
    "Goal",
    "Handoff",
    "Import",
    "ImportChange",
    "InboxMark",
    "Journal",
    "KeptApart",
    "Lead",
    "Meeting",
    "MeetingItem",
    "Member",
    "Mention",
    "Op",
    "Play",
    "Poll",
    "Promise",
    "Reaction",
    "Reason",
    "RecordKey",
    "SavedView",
    "Signature",
    "Stage",
    "Stay",
    "Task",
    "Win",
    "WorkspaceInfo",
]
