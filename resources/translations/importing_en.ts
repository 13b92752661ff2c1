<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>“{column}” holds %Ln dates, and none of them tells day from month.</source>
        <translation>
            <numerusform>“{column}” holds %Ln date, and it does not tell day from month.</numerusform>
            <numerusform>“{column}” holds %Ln dates, and none of them tells day from month.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{column}” holds %Ln amounts, and none of them tells.</source>
        <translation>
            <numerusform>“{column}” holds %Ln amount, and it does not tell.</numerusform>
            <numerusform>“{column}” holds %Ln amounts, and none of them tells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows share an e-mail with somebody of another first name.</source>
        <translation>
            <numerusform>%Ln row shares an e-mail with somebody of another first name.</numerusform>
            <numerusform>%Ln rows share an e-mail with somebody of another first name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>%Ln questions are open. Answer them to see the plan.</source>
        <translation>
            <numerusform>%Ln question is open. Answer it to see the plan.</numerusform>
            <numerusform>%Ln questions are open. Answer them to see the plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln lines</source>
        <translation>
            <numerusform>Import %Ln line</numerusform>
            <numerusform>Import %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions are open. Answer them to import.</source>
        <translation>
            <numerusform>%Ln question is open. Answer it to import.</numerusform>
            <numerusform>%Ln questions are open. Answer them to import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message numerus="yes">
        <source>%Ln of its columns were understood by their names.</source>
        <translation>
            <numerusform>%Ln of its columns was understood by its name.</numerusform>
            <numerusform>%Ln of its columns were understood by their names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more files wait: choose them again.</source>
        <translation>
            <numerusform>%Ln more file waits: choose it again.</numerusform>
            <numerusform>%Ln more files wait: choose them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused lines are in {file}.</source>
        <translation>
            <numerusform>%Ln refused line is in {file}.</numerusform>
            <numerusform>%Ln refused lines are in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchStep</name>
    <message numerus="yes">
        <source>{matched} of %Ln columns matched.</source>
        <translation>
            <numerusform>{matched} of %Ln column matched.</numerusform>
            <numerusform>{matched} of %Ln columns matched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns Tandem doesn’t know are kept as your own fields: {names}.</source>
        <translation>
            <numerusform>%Ln column Tandem doesn’t know is kept as your own field: {names}.</numerusform>
            <numerusform>%Ln columns Tandem doesn’t know are kept as your own fields: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns are left out: {names}. Pick a field to keep one.</source>
        <translation>
            <numerusform>%Ln column is left out: {names}. Pick a field to keep it.</numerusform>
            <numerusform>%Ln columns are left out: {names}. Pick a field to keep one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanStep</name>
    <message numerus="yes">
        <source>{people}, in %Ln new companies</source>
        <translation>
            <numerusform>{people}, in %Ln new company</numerusform>
            <numerusform>{people}, in %Ln new companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are new</source>
        <translation>
            <numerusform>%Ln line is new</numerusform>
            <numerusform>%Ln lines are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines update what is here</source>
        <translation>
            <numerusform>%Ln line updates what is here</numerusform>
            <numerusform>%Ln lines update what is here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines change nothing</source>
        <translation>
            <numerusform>%Ln line changes nothing</numerusform>
            <numerusform>%Ln lines change nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are skipped</source>
        <translation>
            <numerusform>%Ln line is skipped</numerusform>
            <numerusform>%Ln lines are skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are refused</source>
        <translation>
            <numerusform>%Ln line is refused</numerusform>
            <numerusform>%Ln lines are refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %Ln don’t wait for them.</source>
        <translation>
            <numerusform>The other one doesn’t wait for them.</numerusform>
            <numerusform>The other %Ln don’t wait for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are shown.</source>
        <translation>
            <numerusform>The first one is shown.</numerusform>
            <numerusform>The first %Ln are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more kinds of remarks</source>
        <translation>
            <numerusform>%Ln more kind of remark</numerusform>
            <numerusform>%Ln more kinds of remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were empty</source>
        <translation>
            <numerusform>%Ln was empty</numerusform>
            <numerusform>%Ln were empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change</source>
        <translation>
            <numerusform>%Ln changes</numerusform>
            <numerusform>%Ln change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message numerus="yes">
        <source>%Ln new companies are in</source>
        <translation>
            <numerusform>%Ln new company is in</numerusform>
            <numerusform>%Ln new companies are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new leads are in</source>
        <translation>
            <numerusform>%Ln new lead is in</numerusform>
            <numerusform>%Ln new leads are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new people are in</source>
        <translation>
            <numerusform>%Ln new person is in</numerusform>
            <numerusform>%Ln new people are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were brought up to date</source>
        <translation>
            <numerusform>%Ln was brought up to date</numerusform>
            <numerusform>%Ln were brought up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next file (%Ln waiting)</source>
        <translation>
            <numerusform>Next file (%Ln waiting)</numerusform>
            <numerusform>Next file (%Ln waiting)</numerusform>
        </translation>
    </message>
</context>
</TS>
