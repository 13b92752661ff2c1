<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n thing waits for you</numerusform>
            <numerusform>%n things wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>%n changes have not reached the database yet.</source>
        <translation>
            <numerusform>%n change has not reached the database yet.</numerusform>
            <numerusform>%n changes have not reached the database yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveState</name>
    <message numerus="yes">
        <source>Waiting for connection (%n)</source>
        <translation>
            <numerusform>Waiting for connection (%n)</numerusform>
            <numerusform>Waiting for connection (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message numerus="yes">
        <source>{count} were changed by colleagues since and stay as they are.</source>
        <translation>
            <numerusform>{count} was changed by a colleague since and stays as it is.</numerusform>
            <numerusform>{count} were changed by colleagues since and stay as they are.</numerusform>
        </translation>
    </message>
</context>
</TS>
