<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlikeCard</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n this quarter</source>
        <translation>
            <numerusform>%n this quarter</numerusform>
            <numerusform>%n this quarter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoffHead</name>
    <message numerus="yes">
        <source>{n} of %n handoffs to answer</source>
        <translation>
            <numerusform>{n} of %n handoff to answer</numerusform>
            <numerusform>{n} of %n handoffs to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handoffs to answer</source>
        <translation>
            <numerusform>%n handoff to answer</numerusform>
            <numerusform>%n handoffs to answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Touches</name>
    <message numerus="yes">
        <source>%n since {day}</source>
        <translation>
            <numerusform>%n since {day}</numerusform>
            <numerusform>%n since {day}</numerusform>
        </translation>
    </message>
</context>
</TS>
