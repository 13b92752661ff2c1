<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New action, e.g. “Call Amelia @Tom Friday”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open for {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a decision, press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>Meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared goals count the work of both teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start or pause the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rint summary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no goal for this time yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when} · closed: its figures stand as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when} · goals until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting is closed. What is still open comes back next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next meeting is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Well done!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said. Everybody in the meeting sees it as you type.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here this time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Step {place} of {count}: {title}, {minutes}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wins</name>
    <message>
        <source>Wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a win, press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None since the last meeting yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
